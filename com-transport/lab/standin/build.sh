#!/bin/bash
# usage: build.sh OUTDIR   builds OUTDIR/standin.dll; needs x86_64-w64-mingw32-g++ and awk
set -e
here=$(cd "$(dirname "$0")" && pwd)
out=$1
mkdir -p "$out/obj"
for table in classes members shapes; do
  awk -v table=$table -f "$here/tables.awk" "$here/$table.tsv" > "$out/obj/$table.inc"
done
cxx=${CXX:-x86_64-w64-mingw32-g++}
ls "$here"/src/*.cpp | xargs -P "$(nproc)" -I{} sh -c '
  o="$1/obj/$(basename "$2" .cpp).o"
  '"$cxx"' -std=c++17 -O2 -Wall -Wextra -Wno-missing-field-initializers -I"$1/obj" -c -o "$o" "$2"' sh "$out" {}
"$cxx" -shared -static -o "$out/standin.dll" "$out"/obj/*.o -lole32 -loleaut32 -luuid -ladvapi32
