#!/bin/sh
# Installs the Debian packages given as arguments that are missing; says so first.
set -eu

if ! command -v dpkg-query >/dev/null 2>&1; then
    if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libxml-2.0 sqlite3; then
        exit 0
    fi
    echo "nanopat builds on Debian 12; on other systems install the equivalents of:" >&2
    echo "  $*" >&2
    exit 1
fi

missing=
for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    case $state in
    ii*) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "missing packages; as root: apt-get install$missing" >&2
        exit 1
    fi
    root=sudo
fi
echo "installing missing packages:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$root apt-get update -qq &&
    $root apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
    { echo "apt-get failed; install by hand:$missing" >&2; exit 1; }
