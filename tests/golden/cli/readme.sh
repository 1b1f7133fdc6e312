#!/bin/bash
# What the README shows of the program's tables is what the program prints.
sed -n '/^`nanopat help dialects`:/,/^## /p' README.md | sed -n '/^```/,/^```/p' | sed '1d;/^```/,$d' >"$WORK/shown"
"$NANOPAT" help dialects >"$WORK/printed"
diff "$WORK/shown" "$WORK/printed" && echo "README: the dialects as printed"
