#!/bin/sh
# The columns of every question are frozen: name, kind, unit, headings. Others build on them.
for question in portfolios portfolio-families families enterprises subfields measures \
                publications citations hits evidence standard-references inputs rejects notes coverage passed \
                imports imported import-faults \
                filing-years years-left market-states; do
    echo "== $question"
    "$NANOPAT" query "$question" --columns
done
