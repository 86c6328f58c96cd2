import js from '@eslint/js'
import globals from 'globals'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const CHINESE = '/[\\u3400-\\u9fff]/'
const WORDS_BELONG = 'Words people read live in src/i18n only.'

/** Chinese in a literal, a template string or a Vue text node. */
const noHardCodedWords = [
  { selector: `Literal[value=${CHINESE}]`, message: WORDS_BELONG },
  { selector: `TemplateElement[value.raw=${CHINESE}]`, message: WORDS_BELONG },
]
const noHardCodedTemplateWords = [
  { selector: `VElement:not([name=script]):not([name=style]) > VText[value=${CHINESE}]`, message: WORDS_BELONG },
  { selector: `VLiteral[value=${CHINESE}]`, message: WORDS_BELONG },
  { selector: `Literal[value=${CHINESE}]`, message: WORDS_BELONG },
]

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/ipc/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    files: ['src/**/*.{ts,vue}'],
    languageOptions: {
      globals: globals.browser,
      parser: vueParser,
      parserOptions: { parser: ts.parser, sourceType: 'module' },
    },
    rules: {
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error', 'alert', 'confirm', 'prompt'],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/ipc talks to the shell.' }] },
      ],
      'no-restricted-syntax': ['error', ...noHardCodedWords],
      'vue/no-restricted-syntax': ['error', ...noHardCodedTemplateWords],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': ['error', { order: ['defineOptions', 'defineProps', 'defineModel', 'defineEmits', 'defineSlots'] }],
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      // Layout belongs to the author; these only argue about line breaks.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/html-indent': ['error', 2],
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      // Every field of the kit is labelled by `for`; nesting as well is not needed.
      'vuejs-accessibility/label-has-for': [
        'error',
        { required: { some: ['nesting', 'id'] }, controlComponents: ['slot'] },
      ],
      // A dialog or a search page that opens must receive the focus; the kit decides where.
      'vuejs-accessibility/no-autofocus': 'off',
    },
  },
  {
    files: ['src/ipc/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/i18n/**/*.ts', 'src/**/*.test.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/**/*.test.ts'],
    rules: { 'vue/one-component-per-file': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
