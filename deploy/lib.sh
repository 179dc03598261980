# What the scripts beside this file share: where things are, and which Java to use. Sourced by them, not run.

DEPLOY=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
REPOSITORY=$(dirname "$DEPLOY")
RUN_DIR=${RUN_DIR:-$REPOSITORY/.run}
SUPERVISOR_JAR=$REPOSITORY/deploy/local/target/local-0.1.0-SNAPSHOT.jar
OLDEST_JAVA=21

fail() {
  echo "$*" >&2
  exit 1
}

# The major version of the JDK in a directory; nothing when there is none.
java_version() {
  [ -x "$1/bin/java" ] || return 0
  local version
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')
  fi
  echo "$version"
}

# Prints the home of the newest JDK that is new enough.
find_java() {
  local best='' best_version=0 home version on_path
  on_path=$(command -v java 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    version=$(java_version "$home")
    if [ -n "$version" ] && [ "$version" -ge "$OLDEST_JAVA" ] && [ "$version" -gt "$best_version" ]; then
      best=$home best_version=$version
    fi
  done
  [ -n "$best" ] || return 1
  echo "$best"
}

use_java() {
  JAVA_HOME_FOUND=$(find_java) || fail "No JDK $OLDEST_JAVA or newer found. Install one (for example Temurin 25) and set JAVA_HOME, \
or put it in /usr/lib/jvm or ~/.sdkman/candidates/java."
  JAVA=$JAVA_HOME_FOUND/bin/java
}

# Prints the process id of the running supervisor; fails when none runs.
supervisor_pid() {
  local pid
  pid=$(cat "$RUN_DIR/supervisor.pid" 2>/dev/null) || return 1
  ps -p "$pid" -o args= 2>/dev/null | grep -q -- "local-0.1.0-SNAPSHOT.jar.*$RUN_DIR" || return 1
  echo "$pid"
}
