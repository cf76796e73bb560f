/** What people say around what they ask for: it finds nothing and counts for little. Longer ones before their parts. */
const phrases =
  '请问|想问一下|我想要|我想|我要|想要|怎么样|怎么办理|怎么办|怎么申请|怎么弄|怎么|如何|需要什么|需要哪些|需要办|需要|什么时候|什么|' +
  '哪些|哪里办|哪里|在哪里|在哪办|在哪|哪儿|去哪|哪个部门|多少钱|多长时间|多久|要多少|能不能|可不可以|可以|是不是|要不要|有没有|' +
  '办理流程|流程|手续|申请条件|申请材料|申请书|申请|办理|办个|办一个|办一下|要办|去办|怎样|为什么|的话|我们|他们|一个|一家|一下|一张|' +
  '没有|这样|那样|这个|那个|这里|那里|自己|自家|人家|家里|吗|呢|吧|啊|的|了|我|你|要|办|想';
const stop = new RegExp(phrases, 'g');

/**
 * For each character of `run` whether it carries weight. Where none does, all do: one may look for 办理 itself.
 */
export function weightyCharacters(run: string): boolean[] {
  const weighty = Array.from(run, () => true);
  // A short word is a name or a piece of one.
  if (run.length < 5) return weighty;
  for (const { index, 0: found } of run.matchAll(stop))
    for (let i = index; i < index + found.length; i++) weighty[i] = false;
  return weighty.includes(true) ? weighty : weighty.map(() => true);
}
