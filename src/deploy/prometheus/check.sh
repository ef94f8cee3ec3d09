#!/usr/bin/env bash
# Has promtool (Debian: prometheus) read the alert rules.
set -euo pipefail
cd "$(dirname "$0")"

command -v promtool >/dev/null || { echo "promtool is missing: apt-get install prometheus" >&2; exit 1; }
promtool check rules alerts.yml
