# First inputs for fuzz_source: containers of two small files, and containers in containers.
work=$(mktemp -d) || exit 1
(
    cd "$work" || exit 1
    printf '<a>nano</a>' >a.xml
    seq 1 500 >b.xml
    gzip -kn a.xml
    zip -q -X two.zip a.xml b.xml
    zip -q -X -0 stored.zip a.xml two.zip a.xml.gz
    tar --owner=0 --group=0 --mtime=@0 -cf two.tar a.xml b.xml two.zip
    gzip -kn two.tar
)
cp "$work"/*.zip "$work"/two.tar "$work"/*.gz "$1"
rm -r "$work"
