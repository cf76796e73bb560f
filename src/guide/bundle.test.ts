import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { guideFinder, memberItems, type Catalogue } from '../catalogue/index.ts';
import type { Bundle } from '../model/bundle.ts';
import type { Draft } from '../model/item.ts';
import { bundlePath, bundleView, guidePath, renderBundlePage, renderGuidePage } from './index.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

function placeOf(id: string, division: string, change: Draft<Bundle> = {}) {
  const { lookups, guides, bundles } = catalogue;
  const bundle = { ...bundles.find(({ value }) => value.id === id)!.value, ...change };
  const find = guideFinder(guides, lookups);
  const pathOf = (item: string) => {
    const guide = find(item, division);
    return guide && guidePath(guide);
  };
  return { bundle, division, items: memberItems(bundle, division, find), lookups, pathOf };
}

describe.each(['construction-project', 'open-clinic', 'open-restaurant'])('the guide of %s', (id) => {
  it('names every member with its guide, every material once, the joint limit and the sum', () => {
    for (const { division } of catalogue.bundles[0]!.value.divisions!.map((code) => ({ division: code }))) {
      const place = placeOf(id, division);
      const view = bundleView(place);
      const page = renderBundlePage(place);
      expect(view.members.length).toBe(place.bundle.members!.length);
      for (const member of view.members) {
        expect(page).toContain(`href="../../${member.path}"`);
        expect(member.limit).toMatch(/^\d+ 个工作日$/);
      }
      const brought = /<section id="materials".*?<\/section>/s.exec(page)![0];
      for (const { name } of place.bundle.shared!)
        expect(brought.split(`<b>${name}</b>`).length - 1, name).toBe(1);
      for (const { reason } of place.bundle.excluded!) expect(page).toContain(reason);
      expect(page).toContain(view.promised);
      expect(page).toContain(view.savings[0]!.apart);
      expect(page).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('is at most 14 KB, all in one request', () => {
    const page = renderBundlePage(placeOf(id, '511502'));
    expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(14 * 1024);
    // The script that every page has comes after what is seen.
    expect(page).not.toMatch(
      /<script(?! type="application\/ld\+json"| src="[^"]*" defer)|<link rel="stylesheet"|<img/,
    );
  });
});

it('narrows materials and members by its own questions, whoever asks them', () => {
  const view = bundleView(placeOf('open-restaurant', '511502'));
  const material = (text: string) => view.materials.find((one) => one.text === text);
  expect(view.members.find(({ id }) => id === 'fire')?.when).toEqual({ venue: ['gathering'] });
  expect(material('授权委托书')?.when).toEqual({ agent: ['other'] });
  expect(material('水质检测报告')?.when).toEqual({ key: ['key-yes'] });
  // Of one member that depends and one that does not, it is always asked.
  expect(material('店面平面图')?.when).toEqual({});
  const construction = bundleView(placeOf('construction-project', '510703'));
  expect(construction.materials.find(({ text }) => text === '水土保持方案报告书')?.when).toEqual({
    earth: ['big'],
  });
});

it('shows the windows of the nearest centre, and which division implements a member', () => {
  expect(bundleView(placeOf('open-clinic', '510703')).windows.map(({ centre }) => centre)).toEqual([
    catalogue.lookups.centre('fucheng')?.name,
  ]);
  const eia = bundleView(placeOf('construction-project', '510703')).members[0]!;
  expect(eia).toMatchObject({ place: '绵阳市', path: '510700/environmental-impact-approval.html' });
});

it('does not ask for what a member of it issues', () => {
  const view = bundleView(placeOf('construction-project', '511502'));
  expect(view.inside.map(({ text }) => text)).toEqual(['建设工程规划许可证']);
  expect(view.materials.some(({ text }) => text === '建设工程规划许可证')).toBe(false);
});

it('is told of by the guides of its members, where it is offered', () => {
  const page = (division: string) =>
    renderGuidePage(
      catalogue.guides.find((guide) => guide.id === 'food-business-licence' && guide.division === division)!,
      catalogue.lookups,
    );
  const path = bundlePath({ division: '511502', id: 'open-restaurant' });
  expect(page('511502')).toContain(`href="../${path}"`);
  expect(page('360100')).not.toContain('open-restaurant');
});

it('of a draft of anything makes a page, and nothing in it becomes markup', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const drafts: Draft<Bundle>[] = [
    { name: evil, members: [{ id: evil, item: evil, note: evil }], notice: evil, documents: [evil] },
    { members: [{}, { id: 'a' }], joint: [{}], shared: [{}], questions: [{}], excluded: [{}] },
    // What has the wrong type is left out.
    { members: 'none', questions: 3, limits: { promised: 'soon' } } as unknown as Draft<Bundle>,
    {
      members: [
        { id: 'a', item: 'drainage-permit', after: ['b'] },
        { id: 'b', item: 'food-business-licence', after: ['a'] },
      ],
    },
  ];
  for (const bundle of drafts) {
    const place = placeOf('open-clinic', '511502');
    const page = renderBundlePage({ ...place, bundle }, { preview: true });
    expect(page).toContain('</html>');
    expect(page).not.toContain(evil);
  }
});
