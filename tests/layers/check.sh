#!/bin/sh
# Which folder may include what: design.md's arrows. A source includes <nanopat/...> and headers
# of its own folder; each outside library has one home.
set -u
cd "$(dirname "$0")/../.." || exit 2
bad=0

complain() {
    echo "layers: $1" >&2
    bad=1
}

# "..." includes must name a header in the same folder.
for file in $(find engine parsers -name '*.[ch]'); do
    for header in $(sed -n 's/^[[:space:]]*#[[:space:]]*include "\([^"]*\)".*/\1/p' "$file"); do
        [ -f "$(dirname "$file")/$header" ] || complain "$file includes \"$header\", not of its folder"
        case $header in */*) complain "$file includes \"$header\" by path" ;; esac
    done
done

# Contract headers each folder may include.
ground="err slice arena buf map text log date result tsv"
model="$ground docid spelling credit_code symbol record cn_labels coverage places"
allowed() {
    case $1 in
    engine/base) echo "$ground pipeline sandbox crew" ;;
    engine/model) echo "$model facts facts_imports gathered claim_facts standards registry standard_facts" ;;
    parsers) echo "$model standards input parse sheet import_kind" ;;
    engine/input) echo "$ground input" ;;
    engine/classify) echo "$model classify ruletools standards" ;;
    engine/scoring) echo "$model scoring facts result standards clauses registry standard_facts" ;;
    engine/store) echo "$model standards store facts gathered result claim_facts" ;;
    engine/link) echo "$model link facts gathered" ;;
    engine/query) echo "$model standards query explain words report result store scoring facts classify" ;;
    engine/output) echo "$model output result query explain words report scoring store serve search crew" ;;
    engine) echo "$model standards registry standard_facts input parse classify store pipeline sandbox ingest score link scoring facts sheet import_kind import" ;;
    engine/cli) echo "*" ;;
    *) echo "" ;;
    esac
}
for file in $(find engine parsers -name '*.[ch]'); do
    rows=$(allowed "$(dirname "$file")")
    [ "$rows" = "*" ] && continue
    for header in $(sed -n 's/^[[:space:]]*#[[:space:]]*include <nanopat\/\([a-z0-9_]*\)\.h>.*/\1/p' "$file"); do
        case " $rows " in
        *" $header "*) ;;
        *) complain "$file includes <nanopat/$header.h>: not below it" ;;
        esac
    done
done

# library header -> home
while read -r pattern home; do
    for file in $(grep -lE "#[[:space:]]*include <($pattern)" -r engine parsers include --include='*.[ch]'); do
        case $file in $home*) ;; *) complain "$file includes <$pattern>: its home is $home" ;; esac
    done
done <<LIST
libxml/ parsers/
pcre2 engine/classify/
sqlite3 engine/store/
libpq-fe engine/store/
zlib.h engine/*put/
isa-l engine/input/
archive engine/input/
microhttpd engine/output/serve
utf8proc engine/base/text
xxhash engine/
LIST
[ $bad = 0 ] && echo "layers: clean"
exit $bad
