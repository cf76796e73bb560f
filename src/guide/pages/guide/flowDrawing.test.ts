import { describe, expect, it } from 'vitest';
import type { StepView } from '../../view/types.ts';
import { flowDrawing } from './flowDrawing.ts';

const step = (text: string, more: Partial<StepView>): StepView => ({
  index: 0,
  id: text,
  text,
  basis: [],
  when: {},
  whenWords: '',
  kind: '',
  days: '1 个工作日',
  post: '',
  output: '',
  after: [],
  afterNames: [],
  excluded: false,
  critical: true,
  examines: [],
  ...more,
});

describe('the drawing of a flow', () => {
  it('draws the longest path in bold, and not a shortcut between its steps', () => {
    const { markup } = flowDrawing(
      [step('受理', {}), step('审查', { after: ['受理'] }), step('决定', { after: ['受理', '审查'] })],
      'across',
    );
    expect(markup.match(/<g class="bold"/g)).toHaveLength(3);
    expect(markup.match(/<path class="bold"/g)).toHaveLength(2);
    expect(markup.match(/<path d="M1[^"]*"\/>/g)).toHaveLength(1);
  });

  it('marks what only some cases need, and what does not count', () => {
    const { markup } = flowDrawing(
      [
        step('受理', {}),
        step('专家评审', {
          after: ['受理'],
          critical: false,
          excluded: true,
          when: { kind: ['big'] },
          whenWords: '大型',
        }),
      ],
      'down',
    );
    expect(markup).toContain('<g class="some" data-q-kind="big" transform');
    expect(markup).toContain('<path data-q-kind="big"');
    expect(markup).toMatch(/>1 个工作日<.*>不计入</);
  });

  it.each([
    ['现场核查', ['现场核查']],
    ['论证报告专家评审', ['论证报告', '专家评审']],
    ['质量安全措施审查和其他事项核对', ['质量安全措施', '审查和其他…']],
  ])('writes %s in lines %j', (name, lines) => {
    const { markup } = flowDrawing([step(name, { days: '' })], 'across');
    expect([...markup.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1])).toEqual(lines);
  });
});
