#!/bin/sh
# Rewrites versions/ and signatures.yaml: what was approved for 2026, and who signed it when.
set -eu
cd "$(dirname "$0")"
rm -rf versions signatures.yaml

signed() {
  accountkit sign . key-account-manager --version 1 "$@"
}

accountkit approve . key-account-manager --by rosario --on 2025-12-15 --effective 2026-01-01
signed --person dolores --on 2025-12-10 --locale en --as agreement
signed --person benigno --on 2025-12-11 --locale en --as agreement
signed --person maria --on 2025-12-17 --locale fil
signed --person jose-luis --on 2025-12-17 --locale en
signed --person angelica --on 2025-12-18 --locale fil
signed --person ramon --on 2025-12-18 --locale fil
signed --person carmela --on 2025-12-19 --locale en
signed --person paolo --on 2026-01-05 --locale fil
