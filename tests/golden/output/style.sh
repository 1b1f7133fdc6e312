#!/bin/sh
# The style sheet: whole in every page, nothing loaded, and each pair of colours that meet read well
# in light and dark (WCAG 2.1: 1.4.3, text 4.5; 1.4.11, marks and edges 3).
. tests/golden/output/writer
sheet=engine/output/style.css

"$WRITER" html zh | sed -n '/^<style>$/,/^<\/style>$/p' | sed '1d;$d' > "$WORK/inside"
sed -e '/^ *\/\*.*\*\/$/d' -e '/^ *\/\*/,/\*\/$/d' $sheet | cmp - "$WORK/inside" && echo "in the page: whole"
grep -c -i -e '@import' -e 'url(' -e '@font-face' -e '</' "$WORK/inside"
wc -c < "$WORK/inside" | awk '{ print "at most 24000 bytes:", ($1 <= 24000 ? "yes" : "no, " $1) }'
awk -f tests/golden/output/contrast.awk tests/golden/output/contrast.tsv $sheet
