#!/bin/bash
# Standard input, packed or not, is an input like any other.
cat tests/samples/us-patent-grant/weekly-v42-v45.xml | "$NANOPAT" parse - 2>/dev/null | cut -c1-60
gzip -nc tests/samples/us-patent-grant/weekly-v42-v45.xml | "$NANOPAT" parse - 2>/dev/null | cut -c1-60
