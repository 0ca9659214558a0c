#!/bin/sh
# What stands here is read by the programs that will read it in earnest: haproxy, sh, systemd. Run by .ci/run.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/certificates"
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=check -days 1 -keyout "$work/key" -out "$work/cert" 2>"$work/openssl.log"
cat "$work/cert" "$work/key" >"$work/certificates/check.pem"
sed "s#/etc/haproxy/certificates/#$work/certificates/#" haproxy/haproxy.cfg >"$work/haproxy.cfg"
haproxy -c -f "$work/haproxy.cfg"
for script in compose/roles.sh offline/*.sh; do sh -n "$script"; done
# Either form of Compose reads the file without an engine; where neither is there, nobody has read it.
for compose in 'docker compose' docker-compose; do
  if $compose version >/dev/null 2>&1; then
    PUBLIC_ORIGIN=https://check.example POSTGRES_PASSWORD=a OWNER_PASSWORD=b APP_PASSWORD=c $compose -f compose/compose.yaml config -q
    break
  fi
done
if command -v systemd-analyze >/dev/null; then
  for unit in systemd/*.service systemd/*.timer; do
    sed 's#^ExecStart=/opt/hat-nhan/node_modules/.bin/node#ExecStart=/bin/true#' "$unit" >"$work/$(basename "$unit")"
  done
  systemd-analyze verify "$work"/*.service "$work"/*.timer
fi
