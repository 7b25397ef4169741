// Sets light or dark before the first paint, as the page's toggle stored it; without a choice, as the system has it.
;(function () {
  var stored = null
  try {
    stored = window.localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // Storage may be switched off; the system's scheme is then taken.
  }
  var system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  var scheme = stored === 'light' || stored === 'dark' ? stored : system
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
})()
