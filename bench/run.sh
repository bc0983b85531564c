#!/usr/bin/env bash
# What the bridge costs beside nginx and the backend asked directly; about two minutes, see docs/benchmarks.md.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
out="$here/target"
bridge_jar="$here/../server/target/smarts-bridge.jar"
bench_jar="$out/benchmarks.jar"
rounds="${ROUNDS:-5}"
seconds="${SECONDS_OF_ROUND:-0.8}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
nginx="$(PATH="$PATH:/usr/sbin:/sbin" command -v nginx || true)"

fail() {
  echo "$*" >&2
  exit 1
}
[ -n "$nginx" ] || fail "nginx is missing: apt-get install nginx-light"
command -v "$java" >/dev/null || fail "java is missing: apt-get install openjdk-17-jdk-headless"
for jar in "$bridge_jar" "$bench_jar"; do
  [ -f "$jar" ] || fail "$jar is missing: mvn -q -DskipTests package"
done

work="$(mktemp -d)"
pids=()
finish() {
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null || true
  done
  for pid in "${pids[@]}"; do
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# Sets $port to one that nobody listens on, from below the range that outgoing connections take theirs from.
last_port=$((20000 + RANDOM % 8000))
free_port() {
  port=$((last_port + 1))
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    port=$((port + 1))
  done
  last_port=$port
}

# Waits until something listens on a port, or the process that should is gone.
await() { # pid, port, log
  local deadline=$((SECONDS + 30))
  until (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; do
    kill -0 "$1" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ] || {
      cat "$3" >&2
      fail "nothing listens on port $2"
    }
    sleep 0.05
  done
}

# Starts nginx with one worker and the given server block; sets $pid and $port.
start_nginx() { # name, then what stands in http { }, with @PORT@ for its port
  local name="$1" user=""
  free_port
  [ "$(id -u)" -ne 0 ] || user="user root;"
  mkdir -p "$work/$name"
  cat >"$work/$name/nginx.conf" <<EOF
$user
daemon off;
worker_processes 1;
pid $work/$name/nginx.pid;
error_log $work/$name/error.log warn;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $work/$name/body;
  proxy_temp_path $work/$name/proxy;
  fastcgi_temp_path $work/$name/fastcgi;
  uwsgi_temp_path $work/$name/uwsgi;
  scgi_temp_path $work/$name/scgi;
  keepalive_requests 10000000;
  ${2//@PORT@/$port}
}
EOF
  "$nginx" -p "$work/$name" -c "$work/$name/nginx.conf" -e "$work/$name/error.log" 2>"$work/$name.log" &
  pid=$!
  pids+=("$pid")
  await "$pid" "$port" "$work/$name.log"
}

# nginx as a reverse proxy: one worker, connections to the backend kept, answers of 50 KB in memory.
start_nginx_proxy() { # name, port of the backend
  start_nginx "$1" "
  upstream backend { server 127.0.0.1:$2; keepalive 32; keepalive_requests 10000000; }
  server {
    listen 127.0.0.1:@PORT@;
    location / {
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection '';
      proxy_set_header Host \$http_host;
      proxy_buffers 16 8k;
    }
  }"
}

# Starts a bridge with the given bases; sets $pid and $port.
start_bridge() { # name, YAML below bases:
  free_port
  mkdir -p "$work/$1"
  printf 'listen: 127.0.0.1:%s\nstate: %s\nbases:\n%s\n' "$port" "$work/$1/state" "$2" >"$work/$1/bridge.yaml"
  (cd "$work/$1" && exec "$java" -jar "$bridge_jar" serve --config bridge.yaml) >"$work/$1.log" 2>&1 &
  pid=$!
  pids+=("$pid")
  await "$pid" "$port" "$work/$1.log"
}

api=MobileSMARTS/api/v1

# Two recorded answers as files: one document (0.7 KB), and a list of them (50 KB).
files="$work/files/$api/Docs"
mkdir -p "$files"
document="$(cat "$here/answers/document.json")"
context="\"@odata.context\":\"http://localhost:9000/$api/\$metadata#Docs/NanesenieKM"
printf '{%s/$entity",%s' "$context" "${document#\{}" >"$files/NanesenieKM('1')"
{
  printf '{%s","value":[%s' "$context" "$document"
  for _ in $(seq 2 75); do printf ',%s' "$document"; done
  printf ']}'
} >"$files/NanesenieKM"

start_nginx files "
  server {
    listen 127.0.0.1:@PORT@;
    root $work/files;
    default_type 'application/json;odata.metadata=minimal';
    open_file_cache max=10;
  }"
files_pid=$pid files_port=$port
start_nginx_proxy files-proxy "$files_port"
files_nginx_pid=$pid files_nginx_port=$port

start_bridge sandbox "  demo: { transport: sandbox }"
sandbox_pid=$pid sandbox_port=$port
start_nginx_proxy sandbox-proxy "$sandbox_port"
sandbox_nginx_pid=$pid sandbox_nginx_port=$port

rest() { # name, port, forward
  printf '  %s: { transport: rest, rest: { url: "http://127.0.0.1:%s/%s", forward: %s } }\n' \
    "$1" "$2" "$api" "$3"
}
start_bridge verbatim "$(rest main "$files_port" verbatim; rest demo "$sandbox_port" verbatim)"
verbatim_pid=$pid verbatim_port=$port
start_bridge typed "$(rest main "$sandbox_port" typed)"
typed_pid=$pid typed_port=$port

plan="$work/plan"
candidate() { # scenario, rate, warm-up, path, name, pid, port, base
  printf '%s\t%s\thttp://127.0.0.1:%s/%s/api/v1/%s\t%s\t%s\t%s\n' "$1" "$5" "$7" "$8" "$4" "$6" "$2" "$3" >>"$plan"
}
forwarding() { # scenario, rate, warm-up, path
  candidate "$@" direct "$files_pid" "$files_port" MobileSMARTS
  candidate "$@" nginx "$files_nginx_pid" "$files_nginx_port" MobileSMARTS
  candidate "$@" verbatim "$verbatim_pid" "$verbatim_port" MobileSMARTS
}
reading() { # scenario, rate, warm-up, path
  candidate "$@" direct "$sandbox_pid" "$sandbox_port" MobileSMARTS
  candidate "$@" nginx "$sandbox_nginx_pid" "$sandbox_nginx_port" MobileSMARTS
  candidate "$@" verbatim "$verbatim_pid" "$verbatim_port" demo
  candidate "$@" typed "$typed_pid" "$typed_port" MobileSMARTS
}
# Warm-up: forwarding is compiled for good after some sixty thousand requests.
forwarding "One document of 0.7 KB from a file" 1000 60000 "Docs/NanesenieKM('1')"
forwarding "Documents, 50 KB, from a file" 200 6000 "Docs/NanesenieKM"
reading "One product of the sandbox" 300 30000 "Products?\$top=1"
reading "100 products of the sandbox" 40 1500 "Products?\$top=100"

mkdir -p "$out"
"$java" -XX:+UseSerialGC -Xms256m -Xmx256m -cp "$bench_jar" ru.smartsbridge.bench.Comparison \
  "$plan" "$out" "$rounds" "$seconds"

free_port
"$java" -cp "$bench_jar" ru.smartsbridge.bench.Startup 5 "http://127.0.0.1:$port/$api/DocTypes" "$work/startup.log" \
  "$java" -jar "$bridge_jar" serve --set "listen=127.0.0.1:$port" --set "state=$work/startup" | tee -a "$out/bench.md"
echo "Written to $out/bench.md and bench.json"
