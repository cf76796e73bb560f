import { choice, fields, nobody, prose, signature, text, type SampleForm } from '../form.ts';

/** The one form that every item uses where somebody comes in another's name. */
export const proxy: SampleForm[] = [
  {
    kind: 'document',
    id: 'proxy',
    title: '授权委托书',
    sample: 'pdf',
    parts: [
      fields(
        '委托人',
        [text('名称（姓名）', '示例餐饮有限公司')],
        [text('代码或者证件号码', nobody.uscc), text('法定代表人', '张某某')],
        [text('地址', nobody.address), text('联系电话', nobody.phone)],
      ),
      fields(
        '受托人',
        [text('姓名', '李某某'), text('身份证件号码', nobody.identity)],
        [text('与委托人的关系', '本单位职工'), text('联系电话', nobody.phone)],
      ),
      fields(
        '委托事项',
        [text('办理事项', '食品经营许可新办')],
        [
          choice(
            '权限',
            ['提交材料', '补正材料', '当场更正文字错误', '接受现场核查', '签收文书和证件'],
            '提交材料',
            '补正材料',
            '当场更正文字错误',
            '签收文书和证件',
          ),
        ],
        [text('委托期限', '2026年3月2日至2026年6月1日')],
      ),
      prose('声明', '受托人在上述权限和期限内办理的，委托人予以承认，并承担法律后果。没有转委托权。'),
      signature('委托人', '示例餐饮有限公司', '张某某'),
      { kind: 'signature', lines: ['受托人签字：{李某某}'] },
    ],
    notes: [
      '权限逐项勾选，没有勾的不能代办。',
      '委托人是个人的，由本人签字，不盖章。',
      '附受托人身份证件；能出示电子证照的不交复印件。',
    ],
  },
];
