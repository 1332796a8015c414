# Points JAVA_HOME at a JDK 25. Sourced by ./mvnw (Maven itself would run on 17, but the formatter
# needs a newer JVM) and by ./honeydo. Looks at JAVA_HOME, the java on PATH and the usual places.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

find_jdk_25() {
  if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=
  for home in \
    "${on_path%/bin/java}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" "${JDK_25:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

if JAVA_HOME=$(find_jdk_25); then
  export JAVA_HOME
else
  cat >&2 <<'MESSAGE'
Honeydo is built and run with a JDK 25, and none was found in JAVA_HOME, on PATH or in the usual
places (/usr/lib/jvm, ~/.sdkman, ~/.jdks, /Library/Java/JavaVirtualMachines, /opt).
Install one (for example Temurin 25, https://adoptium.net) or set JAVA_HOME to where it is.
MESSAGE
  exit 1
fi
