#!/usr/bin/env bash
# Found: with `strictTemplates` a plain element in a template may not have `slot`, the attribute of HTML that places it in a custom element:
# Vue's own types of attributes do not know it. Expected: it is allowed wherever HTML allows it, as `title` is.
# With: vue 3.5.45, vue-tsc 3.3.14, typescript 5.9.3.
# So: docs/frameworks.md says that strict templates refuse it, and test/types/vue/Page.vue has nothing slotted.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent vue@3.5.45 vue-tsc@3.3.14 typescript@5.9.3
cat > Page.vue <<'VUE'
<script setup lang="ts"></script>
<template>
  <p title="Shelf" slot="empty">Nothing on it.</p>
</template>
VUE
cat > tsconfig.json <<'JSON'
{
  "compilerOptions": { "strict": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "noEmit": true, "skipLibCheck": true },
  "vueCompilerOptions": { "strictTemplates": true },
  "include": ["Page.vue"]
}
JSON
seen=$(npx vue-tsc -p . || true)
echo "$seen"
case "$seen" in *"'slot' does not exist in type"*) echo 'still so' ;; *) echo 'no longer so'; exit 1 ;; esac
