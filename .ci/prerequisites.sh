# shellcheck shell=bash
# What ./run and ./test need on the machine. Sourced by them.

minimum_java=17
postgis_package=postgresql-postgis

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Sets "java" to a Java that is new enough.
need_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  local found
  found=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') || true
  [[ ${found:-0} -ge $minimum_java ]] ||
    fail "Truceline needs a JDK $minimum_java or newer (found: ${found:-none}). Type: sudo apt-get install openjdk-17-jdk-headless"
}

need_maven() {
  local javac found
  javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
  command -v "$javac" >/dev/null ||
    fail "Building needs a JDK, and this Java has no compiler. Type: sudo apt-get install openjdk-17-jdk-headless"
  found=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') || true
  # sort -V puts the smaller version first.
  [[ -n $found && $(printf '3.8\n%s\n' "$found" | sort -V | head -n 1) == 3.8 ]] ||
    fail "Building needs Maven 3.8 or newer (found: ${found:-none}). Type: sudo apt-get install maven"
}

# Whether a PostgreSQL with PostGIS is installed where the server looks for one.
has_postgis() {
  local binaries share
  for binaries in /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null || true)"; do
    [[ -x $binaries/initdb && -x $binaries/pg_config ]] || continue
    share=$("$binaries/pg_config" --sharedir)
    [[ ! -e $share/extension/postgis.control ]] || return 0
  done
  return 1
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  else
    sudo "$@"
  fi
}

# sudo may ask for a password only where somebody is there to type it.
can_install() {
  command -v apt-get >/dev/null || return 1
  [[ $(id -u) == 0 ]] && return 0
  command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }
}

install_packages() {
  say "Installing Debian's packages: $*"
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
}

# Debian makes and starts a cluster on port 5432 when PostgreSQL is installed first. Nobody asked for that one here,
# so a setting, present for the time of the installation, says no; a machine that has clusters is left as it is.
install_postgis() {
  local settings=/etc/postgresql-common/createcluster.d/truceline.conf result=0
  if [[ ! -d /etc/postgresql ]]; then
    as_root mkdir -p "${settings%/*}"
    echo "create_main_cluster = off" | as_root tee "$settings" >/dev/null
  fi
  install_packages "$postgis_package" || result=$?
  as_root rm -f "$settings"
  return "$result"
}
