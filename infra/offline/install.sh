#!/bin/sh
# Installs Hạt Nhân on this machine without any network. README.md beside it says with what.
. "$(dirname "$0")/common.sh"

usage() {
  fail 'Cách dùng: ./install.sh --origin https://… --email ĐỊA-CHỈ [--name "Họ tên"] [--port 3000] [--proxy 127.0.0.1] [--database-url … --migrate-url …] (usage)'
}
origin='' email='' name='' port=3000 proxy=127.0.0.1 database='' migrate=''
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1 in
    --origin) origin=$2 ;;
    --email) email=$2 ;;
    --name) name=$2 ;;
    --port) port=$2 ;;
    --proxy) proxy=$2 ;;
    --database-url) database=$2 ;;
    --migrate-url) migrate=$2 ;;
    *) usage ;;
  esac
  shift 2
done
case $origin in https://?*) ;; *) usage ;; esac
case $port in '' | *[!0-9]*) usage ;; esac
[ -n "$email" ] || usage
[ -n "$database" ] && [ -z "$migrate" ] && usage
demand_root
[ ! -e "$settings/release" ] || fail "Đã cài bản $(cat "$settings/release"); hãy dùng upgrade.sh (installed already: use upgrade.sh)"
check_bundle

say "1. Chương trình: $program-$release"
id hat-nhan >/dev/null 2>&1 || useradd --system --user-group --home-dir "$data" hat-nhan
id hat-nhan-backup >/dev/null 2>&1 || useradd --system --gid hat-nhan --home-dir "$backups" hat-nhan-backup
install -d -m 0750 -o hat-nhan -g hat-nhan "$data"
install -d -m 0700 -o hat-nhan-backup -g hat-nhan "$backups"
install -d -m 0755 "$settings" "$units"
lay_program
use "$program-$release"
from=$program
for unit in "$program"/infra/systemd/*.service "$program"/infra/systemd/*.timer; do
  case $unit in *postgres*) [ -z "$migrate" ] || continue ;; esac
  cp "$unit" "$units/"
done
if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi

if [ -z "$migrate" ]; then
  say '2. PostgreSQL đi kèm'
  install -d -m 0700 -o hat-nhan-backup -g hat-nhan "$rows"
  begin hat-nhan-postgres
  wait_rows || fail "Xem nhật ký của hat-nhan-postgres (see its log)"
  database=$(sed -n 's/^DATABASE_URL=//p' "$rows/urls.env")
  migrate=$(sed -n 's/^MIGRATE_URL=//p' "$rows/urls.env")
fi
secret() { install -m "$2" -o "$3" -g hat-nhan /dev/null "$1" && cat >"$1"; }
printf 'MIGRATE_URL=%s\nDATABASE_URL=%s\n' "$migrate" "$database" | secret "$settings/owner.env" 0600 hat-nhan-backup
printf 'DATABASE_URL=%s\nPUBLIC_ORIGIN=%s\nTRUSTED_PROXIES=%s\n' "$database" "$origin" "$proxy" | secret "$settings/server.env" 0640 root
printf '%s\n' "$port" >"$settings/port"

say '3. Dữ liệu'
as hat-nhan-backup "$settings/owner.env" apps/api/dist/migrate.js

say '4. Dịch vụ'
begin hat-nhan-worker
begin "hat-nhan-web@$port"
{ ready 3091 && ready $((port + 1)); } || fail 'Máy chủ không sẵn sàng; xem nhật ký rồi chạy lại install.sh (not ready: see the log, then run install.sh again)'
if [ -d /run/systemd/system ]; then
  if own_postgres; then systemctl enable --quiet hat-nhan-postgres; fi
  systemctl enable --quiet hat-nhan-worker "hat-nhan-web@$port"
  systemctl enable --quiet --now hat-nhan-backup.timer
fi

say '5. Quản trị viên đầu tiên'
set -- apps/api/dist/admin.js invite --email "$email" --role administrator
[ -z "$name" ] || set -- "$@" --name "$name"
as hat-nhan "$settings/server.env" "$@"
printf '%s\n' "$release" >"$settings/release"
say "Đã cài Hạt Nhân $release. Proxy có TLS trỏ tới 127.0.0.1:$port (infra/haproxy)."
