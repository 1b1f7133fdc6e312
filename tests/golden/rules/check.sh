#!/bin/bash
# Seeded mistakes, one a line, each marked with what must be told of it: `#! column word`. The line
# before the mark has the mistake. Every one must be found at file:line:column, and nothing else.
S=tests/samples/rules
mkdir "$WORK/bad"
cp $S/new/taxonomy.tsv "$WORK/bad"
cat >"$WORK/bad/a.rules" <<'END'
list metal = `gold|silver`
weights strong = title 6 lead 5 abstract 3 claim 3
weights odd = title 1e308 abstract 3
#! 21 is no number
list broken = `gold(silver`
#! 26 missing closing parenthesis
list metal = `copper`
#! 6 is defined twice
size small = from 1 to 100 miles near `particle`
#! 28 is no unit of length
size large = from 9 to 2 nm
#! 24 lies below the lower one
size other = from 1 to 2 nm near `gr(ain`
#! 40 missing closing parenthesis
list unused = `zinc`
#! 1 is used nowhere
every *
support g-01 title -5 abstract -3 `software`
    ruleid: a software
    ok: a soft film
every electronics/wide-bandgap
implied g-i1 3 other/gels
#! 1 holds 'given', not 'implied'
subfield electronics/wide-bandgab threshold 5
#! 10 no subfield 'electronics/wide-bandgab'; did you mean 'electronics/wide-bandgap'?
rule w-01 strong `gallium nitride|{metall}`
#! 35 no list 'metall'; did you mean 'metal'?
rule w-02 strong `gan
#! 18 no closing back quote
rule w-03 strong `ga(n`
#! 22 missing closing parenthesis
rule w-04 strong `(*NO_JIT)gan`
#! 19 verbs
rule w-05 strong `ga?n*|x*`
#! 19 matches the empty text
rule w-06 strong `(?:(?:(?:(?:a{1,60}){1,60}){1,60}){1,60})`
#! 59 too large
ruel w-07 strong `gan`
#! 1 did you mean 'rule'?
    ruleid: of the line above, not told again
rule w-08 title NaN `gan`
#! 17 'NaN' is no number
rule w-09 title 4,5 `gan`
#! 17 '4,5' is no number
rule w-10 title 1001 `gan`
#! 17 is not between
rule w-11 headline 3 `gan`
#! 11 'headline' is no place
support w-14 strong `silver {small}|gold {large}`
#! 1 has no samples
rule w-12 strong `ｇａｎ`
#! 19 never occurs in folded text
rule w-13 strong
#! 1 needs a pattern
code w-c1 1.5 H01L33 GaN
#! 22 is no symbol
given w-g1 -3 other/gel
#! 15 did you mean 'other/gels'?
subfield other/gels threshold 5
rule e-01 strong `hydrogel`
    ruleid: a hydrogel
    ok: a gel
rule e-01 strong `aerogel`
#! 6 stands before at a.rules:60
rule e-02 strong `sol(?:(?:xy)+)+gel`
#! 22 can take exponential time
    ruleid: solxygel
    ok: a sol
rule e-03 strong `xerogel|\x{FF21}gel`
#! 27 can never match
    ruleid: xerogel
    ok: a sol
rule e-04 strong `(?!ion)iongel`
#! 19 it excludes itself
    ok: a sol
rule e-05 strong `\b凝胶`
#! 19 only beside a Latin letter
    ruleid: a凝胶
    ok: a sol
rule e-06 strong `organogel`
#! 1 has no samples
rule e-07 strong `hydrogels?`
#! 1 all that 'e-07' finds, 'e-01' finds too
    ruleid: hydrogels
    ok: a sol
rule e-08 title 0 `ionogel`
#! 1 all its weights are 0
    ruleid: ionogel
    ok: a sol
rule e-09 title -4 `sol-gel process`
#! 1 only takes away
    ruleid: a sol-gel process
    ok: a sol
rule e-10 strong `nanogel`
    ruleid: a micro gel
#! 13 is not matched
    ok: two nanogels
#! 9 is matched by 'e-10'
END
printf '\357\273\277# Byte order mark, line ends of another system, a TAB.\r
#! BOM 1 1 byte order mark\r
#! CRLF 1 55 CR LF\r
subfield electronics/nano-sensing threshold 50\r
#! 1 can never be reached: all weights together are 20 of 50\r
rule\ts-01 strong `sensor`\r
#! 5 TAB\r
    ruleid: a sensor\r
    ok: sense\r
veto s-v1 `sens(?:or|ing)`\r
    ruleid: sensing\r
    ok: sense\r
rule s-02 title 6 `gas sensor`\r
#! 1 never helps: veto\r
    ruleid: a gas sensor\r
    ok: gas\r
need s-n1 `sensor array`\r
#! 1 can never be met: veto\r
    ruleid: a sensor array\r
    ok: an array\r
subfield energy/membranes threshold 5\r
rule m-01 title 6 `membrane`\r
    ruleid: a membrane\r
    ok: a brane\r
rule m-02 title 6 `sea\twater`\r
#! 23 TAB in the pattern\r
    ok: water\r
    hit: Water.\r
#! 10 does not reach '\''energy/membranes'\'': no rule matched\r
    miss: A membrane, a membrane || A membrane.\r
#! 11 reaches\r
' >"$WORK/bad/b.rules"
"$NANOPAT" rules check --rules "$WORK/bad" -n 0 >"$WORK/told" 2>"$WORK/err"
echo "exit $?"
cut -d: -f 4- "$WORK/told" | grep -vc '; next: ' | sed 's/^/without a next step: /'
cat "$WORK/err"
seeded=0
while read -r file line mark; do
    mark=${mark%$'\r'} mark=${mark#* } column=${mark%% *} words=${mark#* }
    case $column in
    BOM | CRLF) line=${words%% *} words=${words#* } column=${words%% *} words=${words#* } ;;
    esac
    seeded=$((seeded + 1))
    grep -F "$file:$line:$column: " "$WORK/told" | grep -qF "$words" ||
        echo "not found: $file:$line:$column: $words"
done < <(cd "$WORK/bad" && grep -n '^#!' a.rules b.rules | sed 's/^\([^:]*\):\([0-9]*\):#!/\1 \2 #!/' |
    awk '{ $2 = $2 - 1; while (($1, $2) in marked) $2--; marked[$1, $2 + 1] = 1; print }')
echo "$seeded mistakes seeded, $(wc -l <"$WORK/told") told"
LC_ALL=C sort -s -c -t: -k1,1 -k2,2n -k3,3n "$WORK/told" && echo "in order"
# files that are no text end it there, each told
mkdir "$WORK/text"
cp $S/new/taxonomy.tsv "$WORK/text"
printf 'list a = `\313\256\304\372`\n' >"$WORK/text/gb18030.rules"
printf 'list b = `x`\nlist c = `y\0`\n' >"$WORK/text/nul.rules"
"$NANOPAT" rules check --rules "$WORK/text" 2>&1
echo "exit $?"
sed -i 's/electronics.nano-sensing/nano-sensing/' "$WORK/text/taxonomy.tsv"
"$NANOPAT" rules check --rules "$WORK/text" 2>&1
"$NANOPAT" rules check --rules "$WORK/nowhere" 2>&1 | sed "s|$WORK/||"
# a pattern that is only slow, warnings of a kind cut, none wrong
"$NANOPAT" rules check --rules $S/new 2>&1
echo "exit $?"
mkdir "$WORK/slow"
cp $S/new/taxonomy.tsv "$WORK/slow"
{
    echo 'subfield other/gels threshold 5'
    echo 'rule e-01 title 5 abstract 5 `(?:\w{0,50}[a-z]{0,50}[a-y]{0,50}\w{0,50})gel!`'
    for i in 2 3 4 5 6 7 8; do echo "rule e-0$i title 5 abstract 5 \`gel$i\`"; done
} >"$WORK/slow/a.rules"
"$NANOPAT" rules check --rules "$WORK/slow" 2>&1
echo "exit $?"
# the same in Chinese, and as a list
"$NANOPAT" rules check --rules "$WORK/bad" -n 0 --lang zh 2>&1
echo "exit $?"
"$NANOPAT" rules check --rules "$WORK/bad" --format csv 2>/dev/null | head -n 4
