import { describe, expect, it } from 'vitest'
import { boilerplateRuleOf, isListHeading, isRestHeading, isSectionLabel } from './boilerplate.js'

/** Each rule with lines that it takes anywhere. */
const TAKEN: Record<string, readonly string[]> = {
  advert: ['Advertisement', 'ADVERTISEMENT:', '- Advertisement -', 'Sponsored content', 'Story continues below advertisement', 'SKIP ADVERTISEMENT', 'Ads by Example', 'Advertisement · Scroll to continue', 'Remove ads', 'Scroll down to continue reading'],
  share: ['Share this article', 'Share on Facebook', 'Facebook Twitter Telegram', 'Share: Facebook | X | WhatsApp', 'Tweet this', 'Copy link', '12 shares', 'Email a link to a friend'],
  'photo-credit': ['(Photo)', '(Photo)(Video)', 'PHOTO: GETTY IMAGES', 'EMBASSY OF FRANCE, OSLO. PHOTO: AFP', 'Photograph: Harbour of Bergen', 'Photo by Jane Doe', 'The ministers shake hands. Photo: Jan Berg/NTB', 'Talks in Oslo on Monday (Photo: AFP)', 'Soldiers at the border. Getty Images', 'Image source, Reuters', 'Credit: The Presidential Office', '© Sputnik / Ivan Petrov', '1 of 5', 'View gallery', 'File photo'],
  'photo-wire': ['The president arrives in Lima. REUTERS/Pablo Ruiz/File Photo', 'Two ministers in Hanoi (Xinhua/Li Wei)', 'A port in Haifa, May 3, 2023. (AP Photo/Jon Roe)'],
  appeal: ['Support UP or become our patron!', 'Journalists fight on their own frontline. Support UP or become our patron!', 'Support us', 'Support our journalism today', 'Become a supporter', 'Donate now', 'Please consider donating to keep us free.'],
  subscribe: ['Subscribe', 'Subscribe to our Telegram channel', 'Sign up for our daily newsletter', 'Get the top stories in your inbox every morning', 'Follow us on Instagram!', 'Join our WhatsApp channel', 'Download our app', 'Your email address', 'Already a subscriber? Log in', 'Add us as a preferred source', 'You are receiving this letter because you subscribed. Unsubscribe', 'Follow Anadolu on X'],
  cookies: ['This website uses cookies to improve your experience.', 'We use cookies.', 'By clicking “Accept” you agree to the use of cookies on your device.', 'Accept all', 'Please enable JavaScript to view this page.'],
  'reader-help': ['If you notice an error, select the required text and press Ctrl + Enter.', 'Found a mistake? Select it and press Ctrl+Enter', 'Listen to this article 4 min', '5 min read', 'Read more: Oslo talks end without result', 'Also read: Why the shilling is rising', 'Click here to subscribe', 'Read the full story', 'A A A', 'Reading time: 3 minutes', 'Continue reading', 'Watch: the ministers arrive'],
  'page-furniture': ['Back to top button', 'Skip to main content', 'Next article: Ten ferries', '© 2023 The Fjord Post. All rights reserved.', 'Privacy policy | Terms of use', 'Views: 4 812', '152 comments', 'Print version', '#Norway #fish', '* * *', 'Home > News > World', 'Reproduction without written permission is prohibited.'],
  tags: ['Tags: Oslo, fish', 'Related topics: Ankara, Baku', 'Also in this issue: Ten ferries | Two roads'],
  comments: ['Leave a reply', 'Your email address will not be published. Required fields are marked *', 'Log in to comment', 'No comments yet', 'Join the conversation'],
} // prettier-ignore

/** Lines of reports that come near a rule and must stay wherever they stand in the report. */
const KEPT = [
  'Background:', 'Details: The visit lasted two days.', 'Quote: "We agree."', 'Support for Ukraine', 'Support for the talks remains, both sides said.',
  'Share of trade', 'Shares of KazMunayGas rose.', 'Russia followed.', 'Follow-up talks are planned.', 'Comment from the ministry', 'Read the treaty',
  'Uganda agreed.', '• exports of grain', '1. Both sides agreed.', '- students,', '“No.”', 'Why now?', 'What next', 'NEXT STEPS', 'WHAT IS AT STAKE',
  'No reason was given.', 'Trade: $3 billion', 'The photo shows the two ministers, a spokesman said.', 'He posted a picture: it was later removed.',
  'Subscribers to the theory are few.', 'Join the EU or stay out?', 'Become a member of NATO, he urged.', 'The print was found.', 'Copyright talks resumed between China and the United States on Monday.',
  'Moscow’s view', 'More on trade', 'Related disputes', 'Get out, the protesters shouted.', 'Listen, he said.', 'Watch what they do.',
  'By Friday', 'Next, Macron travels to Samarkand.', 'Top of the agenda: gas', 'See you in court, he told Reuters.', 'Latest figures',
  'Astana', 'EU', 'USD', '2023', 'Source: Reuters', 'Source: Foreign Ministry', 'Enditem', 'Email traffic between the embassies was read.',
  'Also on the list: Serbia.', 'Donations reached $3 million.', 'Donate weapons or stay silent, he said.', 'The website uses cookies, the regulator found, and fined its owner.',
  'Cookies were served.', 'Continue the dialogue', 'Reply from Kyiv', 'Discussion of sanctions', 'Log of events', 'Home front',
] // prettier-ignore

describe('boilerplate rules', () => {
  const cases = Object.entries(TAKEN).flatMap(([rule, lines]) => lines.map((line) => [line, rule]))
  it.each(cases)('takes “%s” (%s)', (line) => {
    expect(boilerplateRuleOf(line, 'body')).not.toBeNull()
  })

  it.each(KEPT)('keeps “%s” within a report', (line) => {
    expect(boilerplateRuleOf(line, 'body')).toBeNull()
    expect(isListHeading(line) || isRestHeading(line)).toBe(false)
  })

  it.each([
    'jmc/rcf/jrh',
    'MO/kd',
    'mh/st (with agency material)',
    '(Editor: J. Albrecht)',
    'ENDS 1\'25" MO/kd',
    'ab/cd yyzz dpa ef',
    '(END)',
  ])('takes the sign-off “%s” below a report only', (line) => {
    expect(boilerplateRuleOf(line, 'tail')).not.toBeNull()
    expect(boilerplateRuleOf(line, 'body')).toBeNull()
  })

  it.each([
    'World | Europe | Business | Opinion',
    'Society · Politics · Economy · Video',
    'Politics » Talks begin in Oslo',
    'Menu',
    'Log in',
    'Topics: fish, trade',
  ])('takes the menu line “%s” around a report only', (line) => {
    expect(boilerplateRuleOf(line, 'head')).not.toBeNull()
    expect(boilerplateRuleOf(line, 'body')).toBeNull()
  })

  it.each([
    'Related Articles',
    'Read also:',
    'Most read',
    'More from World',
    'You may also like',
    'Trending',
    'Latest news',
    'Recommended for you',
    'ALSO READ',
  ])('knows “%s” as the heading of a list of links', (line) => {
    expect(isListHeading(line)).toBe(true)
  })

  it('knows section labels by their words', () => {
    expect(['Politics', 'Conflicts & War', 'World News', 'Middle East'].every(isSectionLabel)).toBe(
      true,
    )
    expect(['Kazakhstan', 'Talks on politics', 'Background', ''].some(isSectionLabel)).toBe(false)
  })
})
