#!/bin/sh
# A fault in a rule folder is told with file, line and column, and ends with 7.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cp rules/taxonomy.tsv "$folder"
try() {
    printf "$1" > "$folder/mine.rules"
    "$NANOPAT" classify --rules "$folder" tests/samples/classify/documents.jsonl 2>&1
    echo "exit $?"
}
try 'subfield electronics/quantum-dot threshold 4\n'
try 'subfield other/gels threshold four\n'
try 'subfield other/gels threshold 4\nrule 4.2-01 title 5 `凝胶(`\n'
try 'subfield other/gels threshold 4\nrule a title 5 `gel`\nrule a title 5 `sol`\n'
try 'subfield other/gels threshold 4\nrule a title 5 `(*NO_JIT)gel`\n'
try '\357\273\277subfield other/gels threshold 4\r\nrule a title 5 abstract 5 `aerogel`\r\n'
