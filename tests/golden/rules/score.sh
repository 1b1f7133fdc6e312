#!/bin/bash
# The figures are those of the labelled set's own program, to the last digit: on the samples, and
# on the labelled texts where they are there.
truth=../shared/truth
[ -f $truth/score.py ] && command -v python3 >/dev/null || { echo "no $truth/score.py" >&2; exit 77; }
compare() { # texts, rules folder, options
    cut -f 2- "$2/taxonomy.tsv" >"$WORK/subfields.tsv"
    "$NANOPAT" classify --rules "$2" "$1" >"$WORK/given"
    python3 $truth/score.py "$WORK/given" "$1" --subfields "$WORK/subfields.tsv" --json "${@:3}" >"$WORK/theirs"
    "$NANOPAT" rules test "$1" --rules "$2" --format csv -o "$WORK/ours" "${@:3}" 2>/dev/null
    python3 - "$WORK" <<'END'
import csv, json, sys
theirs = json.load(open(sys.argv[1] + "/theirs"))
ours = {r["subfield"]: r for r in csv.DictReader(open(sys.argv[1] + "/ours", encoding="utf-8"))}
wanted = {s: (f["precision"], f["recall"], f["f1"]) for s, f in theirs["subfields"].items()}
for name, key in (("micro", "micro"), ("macro", "macro"), ("nano_vs_none", "nano_vs_none")):
    wanted[name] = tuple(theirs[key])
assert wanted.keys() == ours.keys(), wanted.keys() ^ ours.keys()
for name, values in wanted.items():
    for column, value in zip(("precision", "recall", "f1"), values):
        assert ours[name][column] == "%.6f" % value, (name, column)
for name, f in theirs["subfields"].items():
    assert [ours[name][c] for c in ("tp", "fp", "fn")] == [str(f[c]) for c in ("tp", "fp", "fn")], name
print("the same")
END
}
compare tests/samples/rules/texts.jsonl tests/samples/rules/new
compare tests/samples/rules/texts.jsonl tests/samples/rules/new --sure-only
compare tests/samples/rules/texts.jsonl tests/samples/rules/new --origin random
compare $truth/dev.jsonl rules
compare $truth/dev.jsonl rules --sure-only
