#!/bin/sh
# Makes the five faces of this folder from their published sources and checks
# them against SHA256SUMS. `build.sh --update` writes a new SHA256SUMS instead.
#
# Needs: npm, python3 with fontTools, and the Debian packages python3-fonttools,
# fonts-hanazono and unicode-data.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
hana=/usr/share/fonts/truetype/hanazono/HanaMinB.ttf
hana_sha256=829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c
version=0.4.3
sans_integrity=sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==
serif_integrity=sha512-fSmUpiSFtSeyHV45/2xUOy5SdfExklQwwMKN3cQjAZAujITHDmSbpMHCVdCMhRqMjQtu0ZRgc29u8A+CU3akfw==

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# unpack NAME INTEGRITY: the package, only if its bytes are the pinned ones
unpack() {
    (cd "$work" && npm pack --silent "@expo-google-fonts/$1@$version" >/dev/null)
    archive="$work/expo-google-fonts-$1-$version.tgz"
    found=sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)
    [ "$found" = "$2" ] || { echo "build.sh: $1 is not the pinned package" >&2; exit 1; }
    mkdir "$work/$1"
    tar xzf "$archive" -C "$work/$1" --strip-components=1
}

# trim NAME SOURCE: NAME.ttf holds the code points of NAME.txt, outlines and
# metrics only
trim() {
    "$python" -m fontTools.subset "$2" --unicodes-file="$work/$1.txt" \
        --output-file="$here/$1.ttf" --layout-features='' --no-hinting \
        --notdef-outline --name-IDs=0,1,2,3,4,5,6,13,14 --no-recalc-timestamp \
        --drop-tables+=GSUB,GPOS,GDEF,BASE,VORG,vhea,vmtx,DSIG,STAT,FFTM
}

echo "$hana_sha256  $hana" | sha256sum --check --quiet
unpack noto-sans-sc "$sans_integrity"
unpack noto-serif-sc "$serif_integrity"

sans="$work/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"
sans_bold="$work/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"
serif="$work/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"
serif_bold="$work/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"

"$python" "$here/charsets.py" "$work" "$sans" "$sans_bold" "$serif" "$serif_bold" "$hana"
trim sc-Regular "$sans"
trim sc-Bold "$sans_bold"
trim serif-Regular "$serif"
trim serif-Bold "$serif_bold"
trim rare "$hana"

cp "$work/noto-sans-sc/LICENSE_FONT" "$here/sc-LICENSE.txt"
cp "$work/noto-serif-sc/LICENSE_FONT" "$here/serif-LICENSE.txt"
sed -n '/^Files: \*/,$p' /usr/share/doc/fonts-hanazono/copyright > "$here/rare-LICENSE.txt"

cd "$here"
if [ "${1:-}" = --update ]; then
    sha256sum -- *.ttf > SHA256SUMS
else
    sha256sum --check SHA256SUMS
fi
