#!/bin/sh
# CNIPA standardised data: both formats in either order, grants, old IPC, designs, PCT, deletion.
for sample in application_bibliography application_division deleted design examined_1989 grant \
              pct_entry standard_only utility_model; do
    "$NANOPAT" parse "tests/samples/cn-business/$sample.xml"
done
