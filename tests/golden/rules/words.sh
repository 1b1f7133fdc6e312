#!/bin/sh
# Every fault that the readers of rules tell has its Chinese words and its next step.
cat engine/classify/*.c | tr '\n' ' ' | sed 's/  */ /g' |
    grep -oE '(fail_spot|add_fault|add_warning)\([^;]*;' | grep -oE '"([^"\\]|\\.)*"( "([^"\\]|\\.)*")*' |
    sed 's/" "//g' | sort -u >"$WORK/formats"
cat engine/classify/fault.c | tr '\n' ' ' | sed 's/  */ /g; s/" "//g' >"$WORK/table"
while read -r format; do
    case $format in '"`"' | '"["' | '""') continue ;; esac
    grep -qF "{ $format, " "$WORK/table" || echo "no row: $format"
done <"$WORK/formats"
[ "$(wc -l <"$WORK/formats")" -gt 50 ] && echo "formats found"
