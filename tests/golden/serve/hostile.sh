#!/bin/bash
# any jobs
# Hostile texts in every field that sources fill: pages hold no tag, attribute or address of theirs, tables for
# spreadsheets no formula.
. tests/golden/serve/site
command -v sqlite3 >/dev/null || { echo "sqlite3 is not installed" >&2; exit 77; }
spoil() { # table.column ...
    for at in "$@"; do
        # Eight kinds of text, one for each row in turn; what was there stays behind it.
        echo "UPDATE OR IGNORE ${at%.*} SET ${at#*.} = (CASE (unicode(substr(${at#*.}, -1)) + length(${at#*.})) % 8
            WHEN 0 THEN '<script src=\"http://evil.example/\">x</script>'
            WHEN 1 THEN '\"><img src=x onerror=alert(1)><a href=\"javascript:x\">'
            WHEN 2 THEN ''' onmouseover=''x'' style=''y'
            WHEN 3 THEN '=cmd|'' /C calc''!A1'
            WHEN 4 THEN char(0x202e) || '</title></table><!--' || char(0x200b) || ']]>'
            WHEN 5 THEN '@SUM(1+1)' || char(9) || ';&lt;&#x3c;&amp;'
            WHEN 6 THEN '+1-1' || char(0x1f600) || char(0xff1d) || '%3Cscript%3E'
            ELSE '-2+3' || replace(hex(zeroblob(400)), '00', 'W') END) || ' ' || ${at#*.} WHERE ${at#*.} != '';"
    done | sqlite3 "$store"
}
spoiled() {
    spoil publication.title publication.title_en party.name party.address party.city evidence.matched \
        event.text reject.reason note.note input.name standard.reference subfield.zh subfield.en
}
open_site 60 spoiled
key_of() { "$NANOPAT" query "$1" -d "$store" -n 1 -f jsonl | sed 's/.*"key":"\([^"]*\)".*/\1/'; }
questions=$(get /q | grep -o 'href="/q/[a-z-]*' | sed 's|.*/||' | sort -u)
pages="/ /q /methods /city"
for q in $questions; do pages="$pages /q/$q /q/$q?columns=all"; done
for thing in family:families portfolio:portfolios enterprise:enterprises; do
    pages="$pages $("$NANOPAT" query "${thing#*:}" -d "$store" -n 3 -f jsonl --columns key |
        sed 's/^{"key":"\(.*\)"}$/\1/; s/\\\(.\)/\1/g' | while read -r k; do echo "/${thing%:*}/$(encoded "$k")"; done)"
done
for page in $pages; do
    get "$page" >"$WORK/page"
    grep -q 'evil.example' "$WORK/page" && echo x >>"$WORK/told"
    # Real tags only: in texts, < is written as &lt;.
    tr '\n' ' ' <"$WORK/page" | grep -o '<[^>]*>' >"$WORK/tags"
    { grep -i -E '^<(script|img|iframe|object|embed|base|meta http|!--)' "$WORK/tags"
      sed "s/\"[^\"]*\"//g" "$WORK/tags" | grep -i -E '[ /](on[a-z]+|style|src)='
      grep -i -E '(href|src|action|xlink:href)="[^/?#"]' "$WORK/tags"
      grep -i -E '(href|src|action)="//' "$WORK/tags"; } | sed "s|^|$page: |" | head -3
done
[ -s "$WORK/told" ] && echo "hostile texts are on pages"
for q in $questions; do # every .csv is for spreadsheets
    get "/q/$q.csv" | tr -d '\r' | grep -c -E '(^|,)"?(=cmd|@SUM|[+]1-1|-2[+]3)' | grep -v '^0$' | sed "s|^|$q.csv, formulas: |"
    get "/q/$q.xlsx" >"$WORK/x.xlsx"
    unzip -p "$WORK/x.xlsx" 'xl/worksheets/*.xml' 2>&1 | grep -c '<f[ >]' | grep -v '^0$' | sed "s|^|$q.xlsx, formulas: |"
done
echo "questions asked: $([ "$(echo "$questions" | wc -l)" -gt 30 ] && echo more than 30)"
