// The desk in French: chosen by the browser or by the operator, the whole main job, and no English left on its pages.
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

test.describe('a browser that asks for French', () => {
  test.use({ locale: 'fr-CA' });

  test('gets French pages, and does the whole job in them', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(page.getByRole('heading', { level: 1, name: 'Tableau de bord' })).toBeVisible();
    await expectAccessible(page);
    await page.goto('/launch');
    await page.getByLabel('Boîte aux lettres', { exact: true }).selectOption({ label: 'Sales Department' });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lancer le rapport' }).click();
    const card = page.getByRole('article', { name: 'Mailbox Performance · Sales Department' });
    await expect(card.getByRole('progressbar', { name: 'Progression' })).toBeVisible();
    await page.getByRole('button', { name: /\+ 5 minutes/ }).click();
    await card.getByRole('link', { name: 'Ouvrir le résultat' }).click();
    await expect(page.getByRole('table', { name: /Mailbox Performance/ })).toBeVisible();
    await expectAccessible(page);
  });
});

test('a language that is chosen holds at once, also after a reload, until the browser’s is wanted again', async ({
  page,
}) => {
  await page.goto('/preferences');
  await page.getByText('Français', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Préférences' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.getByText('La langue du navigateur').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible();
});
