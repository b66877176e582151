#!/usr/bin/env bash
# Found: a package that is published from the folder whose package.json also names workspaces is not among the packages that `changeset version`
# knows, so that a changeset of it ends with "… for package shelf which is not in the workspace". Expected: the root is a package as any other.
# With: @changesets/cli 2.29.7, npm workspaces.
# So: scripts/release-version.mjs makes the plan of a release from the parts of changesets, and names the package itself.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
mkdir -p pkg/tool .changeset
echo '{ "name": "shelf", "version": "1.0.0", "workspaces": ["pkg/*"] }' > package.json
echo '{ "name": "shelf-tool", "version": "1.0.0", "private": true }' > pkg/tool/package.json
echo '{ "changelog": false, "commit": false, "access": "public", "baseBranch": "main" }' > .changeset/config.json
printf -- '---\n"shelf": minor\n---\n\nA new shelf.\n' > .changeset/new-shelf.md
git init -q -b main . && git -c user.name=a -c user.email=a@shelf.example commit -q --allow-empty -m start
npm install --no-audit --no-fund --silent --no-save @changesets/cli@2.29.7
seen=$(npx changeset version 2>&1 || true)
echo "$seen" | head -1
case "$seen" in *'for package shelf which is not in the workspace'*) echo 'still so' ;; *) echo 'no longer so'; exit 1 ;; esac
