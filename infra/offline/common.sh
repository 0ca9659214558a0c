# Shared by install.sh and upgrade.sh, which read it.
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
release=$(cat "$here/RELEASE")
program=/opt/hat-nhan
settings=/etc/hat-nhan
data=/var/lib/hat-nhan
rows=/var/lib/hat-nhan-postgres
backups=/var/backups/hat-nhan
units=/etc/systemd/system
running=/run/hat-nhan

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

demand_root() { [ "$(id -u)" -eq 0 ] || fail "Hãy chạy bằng root (run as root)"; }

# Every byte is what the bundle was made of; nothing is touched before.
check_bundle() {
  case $here/ in "$program-"*) fail "Hãy giải nén ở nơi khác: $program-* là chỗ của chương trình; chưa thay đổi gì (unpack it elsewhere; nothing was changed)" ;; esac
  (cd "$here" && sha256sum --check --quiet --strict SHA256SUMS >/dev/null 2>&1) \
    || fail "Gói cài đặt hỏng hoặc thiếu tệp; chưa thay đổi gì (the bundle is damaged or incomplete; nothing was changed)"
  "$here/program/node_modules/.bin/node" --version >/dev/null 2>&1 \
    || fail "Gói này không chạy được trên máy này (this bundle is for another kind of machine)"
}

# The program of this bundle beside those that are there, whole or not at all.
lay_program() {
  rm -rf "$program-$release.part" "$program-$release"
  cp -a "$here/program" "$program-$release.part"
  chown -R root:root "$program-$release.part"
  mv "$program-$release.part" "$program-$release"
}

# use FOLDER: the program that the units start from now on.
use() {
  ln -sfn "$1" "$program.new"
  mv -T "$program.new" "$program"
}

# as USER SETTINGS SCRIPT ARGUMENTS… : a command of the product, with those settings and nothing else.
as() {
  user=$1 file=$2
  shift 2
  (cd "$from" && runuser -u "$user" -- env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 DATA_DIR="$data" "$from/node_modules/.bin/node" --env-file="$file" "$@")
}

own_postgres() { [ -e "$units/hat-nhan-postgres.service" ]; }

field() { sed -n "s/^$2=//p" "$1" | sed "s/%i/$port/g"; }

# Where no systemd runs (a container), start-stop-daemon starts what the unit says.
begin() {
  if [ -d /run/systemd/system ]; then systemctl restart "$1"; return; fi
  unit="$units/$(printf %s "$1" | sed 's/@.*/@/').service"
  mkdir -p "$running"
  options=
  for file in $(field "$unit" EnvironmentFile); do
    [ ! -e "${file#-}" ] || options="$options --env-file=${file#-}"
  done
  command=$(field "$unit" ExecStart)
  # shellcheck disable=SC2046,SC2086 # words of the unit
  start-stop-daemon --start --quiet --background --make-pidfile --pidfile "$running/$1.pid" --output "$running/$1.log" \
    --chuid "$(field "$unit" User):$(field "$unit" Group)" --chdir "$(field "$unit" WorkingDirectory)" --umask 027 \
    --startas /usr/bin/env -- -i PATH=/usr/bin:/bin $(field "$unit" Environment) ${command%% *} $options ${command#* }
}

end() {
  if [ -d /run/systemd/system ]; then systemctl stop "$1"; return; fi
  [ ! -e "$running/$1.pid" ] || start-stop-daemon --stop --quiet --oknodo --retry TERM/70/KILL/5 --pidfile "$running/$1.pid" --remove-pidfile 2>/dev/null
}

# health PORT: whether that process is ready, within a minute.
ready() {
  "$program/node_modules/.bin/node" -e "
    const end = Date.now() + 60_000;
    const ask = () => fetch('http://127.0.0.1:' + $1 + '/readyz').then((answer) => answer.ok, () => false);
    (async () => { while (!(await ask())) { if (Date.now() > end) process.exit(1); await new Promise((next) => setTimeout(next, 300)); } })()"
}

start_all() {
  if own_postgres; then begin hat-nhan-postgres; wait_rows || return 1; fi
  begin hat-nhan-worker
  begin "hat-nhan-web@$port"
  ready 3091 && ready $((port + 1))
}

stop_all() {
  end "hat-nhan-web@$port"
  end hat-nhan-worker
  if own_postgres; then end hat-nhan-postgres; fi
}

# PostgreSQL says where it answers, each time it starts.
wait_rows() {
  for _ in $(seq 300); do
    if [ -e "$rows/urls.env" ] && as hat-nhan-backup "$rows/urls.env" --input-type=module -e "
      import pg from 'pg'; const client = new pg.Client(process.env.MIGRATE_URL); await client.connect(); await client.end()" 2>/dev/null; then return; fi
    sleep 0.3
  done
  say "PostgreSQL không chạy (PostgreSQL does not start)" >&2
  return 1
}
