# contrast.awk -- contrast of pairs of colours (first file) in a sheet's light and dark variables
# (second): relative luminance after WCAG 2.1.
BEGIN { FS = "\t"; CONVFMT = OFMT = "%.2f" }
FNR == NR { pair[++pairs] = $0; next }
FNR == 1 { FS = " " }
/prefers-color-scheme: dark/ { scheme = "dark" }
/^:root/ { scheme = "light" }
match($0, /--[a-z0-9-]+: #[0-9a-f]+;/) {
    split(substr($0, RSTART + 2, RLENGTH - 3), part, /: #/)
    colour[scheme, part[1]] = part[2]
}

function channel(hex,    x) {
    x = (16 * (index("0123456789abcdef", substr(hex, 1, 1)) - 1) \
         + index("0123456789abcdef", substr(hex, 2, 1)) - 1) / 255
    return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ^ 2.4
}

function luminance(hex) {
    return 0.2126 * channel(substr(hex, 1, 2)) + 0.7152 * channel(substr(hex, 3, 2)) \
           + 0.0722 * channel(substr(hex, 5, 2))
}

function say(scheme, front, back, least,    a, b, ratio) {
    if (length(colour[scheme, front]) != 6 || length(colour[scheme, back]) != 6)
        return scheme " has no " front " or " back
    a = luminance(colour[scheme, front])
    b = luminance(colour[scheme, back])
    ratio = a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05)
    return sprintf("%s %.2f%s", scheme, ratio, ratio < least ? " TOO LITTLE" : "")
}

END {
    for (i = 1; i <= pairs; i++) {
        split(pair[i], p, "\t")
        printf "%s on %s, at least %s (%s): %s; %s\n", p[1], p[2], p[3], p[4], \
            say("light", p[1], p[2], p[3]), say("dark", p[1], p[2], p[3])
    }
    # Heat grows step by step: darker in light, lighter in dark.
    for (s = 0; s < 2; s++) {
        scheme = s ? "dark" : "light"
        for (i = 1; i < 10; i++) {
            a = luminance(colour[scheme, "heat-" (i - 1)])
            b = luminance(colour[scheme, "heat-" i])
            if (s ? b <= a : b >= a)
                print scheme " heat-" i " does not go on from heat-" (i - 1)
        }
    }
}
