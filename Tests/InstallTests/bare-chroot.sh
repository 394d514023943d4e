#!/usr/bin/env bash
# Installs accessrank into a folder of its own, adds the C libraries that it asks for and nothing else, counts the sample
# there with that folder as its root, and compares the reports with those that are committed.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ "$(id -u)" = 0 ]; then enter=(chroot)
elif unshare --user --map-root-user true 2>/dev/null; then enter=(unshare --user --map-root-user chroot)
else
    echo "test-install: changing the root folder needs root here; run: sudo env PATH=\"\$PATH\" make test-install" >&2
    exit 1
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

make --no-print-directory install DESTDIR="$root" PREFIX=/usr

# What stands beside the program is of the program.
for file in man/man1/accessrank.1 bash-completion/completions/accessrank zsh/site-functions/_accessrank \
    fish/vendor_completions.d/accessrank.fish; do
    grep -q -- allow-damaged "$root/usr/share/$file" || { echo "test-install: share/$file does not know the options" >&2; exit 1; }
done

# Beside the library of C itself, these are the Debian packages that a server needs.
libraries=$(ldd "$root/usr/bin/accessrank" | grep -o '/[^ ]*')
if grep -E 'swift|Foundation|icu' <<<"$libraries"; then
    echo "test-install: the program asks for a library of Swift" >&2
    exit 1
fi
for library in $libraries; do
    install -D "$library" "$root$library"
    package=$(dpkg -S "*/$(basename "$(realpath "$library")")" 2>/dev/null | head -n 1 | cut -d: -f1 || true)
    echo "needs ${library##*/}${package:+ ($package)}"
done

# The sample, a folder for temporary files, and no /proc, /dev, /etc or time zones.
mkdir -p "$root/tmp" "$root/srv"
cp -r Samples "$root/Samples"
Samples/nights.sh /srv/accessrank.sqlite /srv/reports "${enter[@]}" "$root" /usr/bin/accessrank
diff -r reports "$root/srv/reports"
echo "the reports of the sample are the same, byte for byte, in an empty folder as root"
