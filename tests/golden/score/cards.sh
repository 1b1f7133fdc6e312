#!/bin/bash
# Cards of leads and risks: every component with its inputs or a reason, what the law reminds of with its
# source, both independent claims; and no card says that somebody infringes.
world=$BUILD/world
[ -x "$world" ] || { echo "no $world" >&2; exit 77; }
cd "$WORK" || exit 1
"$world" --legal --size 300 dumps >/dev/null || exit 1
"$NANOPAT" ingest -d c.db -j "$J" dumps >/dev/null 2>&1
"$NANOPAT" score -d c.db >/dev/null 2>&1
keys() { "$NANOPAT" query "$1" -d c.db -n "$2" -f jsonl 2>/dev/null | sed -n 's/.*"key":"\([^"]*\)".*/\1/p'; }
field() { sed -n "s/.*\"$1\":\(\"[^\"]*\"\|[^,}]*\).*/\1/p"; }

for kind in lead risk; do
    n=0 rows=0 silent=0 laws=0 unsourced=0
    while read -r key; do
        "$NANOPAT" explain "$kind:$key" -d c.db -f jsonl >card 2>/dev/null || { echo "no card of $key"; continue; }
        n=$((n + 1))
        # A row of a card has a value, a text or a reason for having none.
        grep '"schema":"nanopat.explain/1"' card >all
        rows=$((rows + $(wc -l <all)))
        silent=$((silent + $(grep '"value":null' all | grep '"text":null' | grep -c '"reason":null')))
        laws=$((laws + $(grep -c '"schema":"nanopat.explain_reminders/1"' card)))
        unsourced=$((unsourced + $(grep '"schema":"nanopat.explain_reminders/1"' card | grep -c '"source":null')))
        sed 's/才可能构成侵权//g; s/不构成侵权//g' card | grep -i -o -e 'infringes ours' -e 'is infringing' -e '构成侵权' >>accused
    done < <(keys ${kind}s 40)
    echo "$kind: $n cards, every row says something: $([ "$silent" = 0 ] && [ "$rows" -gt 100 ] && echo yes || echo "no, $silent of $rows")"
    [ $kind = lead ] && echo "reminders: $([ "$laws" -gt 0 ] && echo some || echo none), without source: $unsourced"
done
echo "accusations: $(sort -u accused | wc -l)"
for lang in zh en; do
    echo "== $lang"
    "$NANOPAT" explain "lead:$(keys leads 1)" -d c.db --lang $lang
    "$NANOPAT" explain "risk:$(keys risks 1)" -d c.db --lang $lang
done | sed 's/^\(规则校验值\|配置校验值\|权重表校验值\|Hash of the rules\|Hash of the configuration\|Hash of the weights\) .*/\1 .../'
"$NANOPAT" explain lead:nothing -d c.db
echo "exit $?"
