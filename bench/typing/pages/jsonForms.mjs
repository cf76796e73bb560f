// JSON Forms for Vue on the materials of an item, as fast as it goes: the schema frozen, so that Vue makes no proxies
// of it; what it tells is not fed back; texts bound to `input`, where its own renderers wait for `change`.
import { and, isEnumControl, isStringControl, not, rankWith } from '@jsonforms/core';
import { JsonForms, rendererProps, useJsonFormsControl } from '@jsonforms/vue';
import { ControlWrapper, useVanillaControl, vanillaRenderers } from '@jsonforms/vue-vanilla';
import { createApp, defineComponent, h } from 'vue';

const setUp = await (await fetch('/setUp.json')).json();

const TypedText = defineComponent({
  props: rendererProps(),
  setup(props) {
    const vanilla = useVanillaControl(useJsonFormsControl(props), (target) => target.value || undefined);
    return () => {
      const { id, data, path, enabled, schema } = vanilla.control.value;
      const isLong = schema.pattern === undefined && schema.format === undefined;
      return h(
        ControlWrapper,
        {
          ...vanilla.controlWrapper.value,
          styles: vanilla.styles,
          isFocused: vanilla.isFocused.value,
          appliedOptions: vanilla.appliedOptions.value,
        },
        () =>
          h(isLong ? 'textarea' : 'input', {
            id: `${id}-input`,
            'data-path': path,
            value: data ?? '',
            disabled: !enabled,
            rows: isLong ? 1 : undefined,
            onInput: vanilla.onChange,
          }),
      );
    };
  },
});

function frozen(value) {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const renderers = Object.freeze([
  ...vanillaRenderers,
  { tester: rankWith(20, and(isStringControl, not(isEnumControl))), renderer: TypedText },
]);
const schema = frozen(setUp.schema);

createApp({
  render: () => h(JsonForms, { data: setUp.data, schema, renderers, validationMode: 'ValidateAndShow' }),
}).mount('#app');

document.body.dataset.inputs = String(document.querySelectorAll('input, select, textarea').length);
document.body.dataset.ready = '';
