#!/bin/sh
# Legal events of the EPO, in both dresses: events of an application, with the country that each
# concerns; deletions; an index that is passed over.
samples=tests/samples/legal-events
"$NANOPAT" parse $samples/ops_legal.xml $samples/legstat.xml $samples/index.xml 2>/dev/null
