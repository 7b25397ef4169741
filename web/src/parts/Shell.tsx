import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { DecisionsAreTold } from '../review/DecisionNewsLine.js'
import { isTyping, keysAreOn } from './keys.js'
import { KeysDialog } from './KeysDialog.js'

/** So much of the view before the open one stays in sight. */
const EDGE_PX = 60

/** What stands around every view: skip link, header, main landmark, footer, and the help of the keyboard. */
export function Shell() {
  const [helpIsOpen, setHelpIsOpen] = useState(false)
  useHelpKey(() => setHelpIsOpen(true))
  const main = useFocusOnArrival()
  return (
    <DecisionsAreTold>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="shell-header">
        <Link className="brand" to="/documents">
          <img src="/favicon.svg" alt="" width={26} height={26} />
          Chancery
        </Link>
        <MainMenu />
        <div className="shell-tools">
          <ActionIcon
            variant="default"
            size={36}
            aria-label="Keys and help"
            title="Keys and help (?)"
            onClick={() => setHelpIsOpen(true)}
          >
            <span aria-hidden="true">?</span>
          </ActionIcon>
          <SchemeToggle />
        </div>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <footer className="shell-footer">
        <span>Every record rests on the words it was read from.</span>
        <a href="/api/">API: try it, OpenAPI 3.1</a>
      </footer>
      <KeysDialog opened={helpIsOpen} onClose={() => setHelpIsOpen(false)} />
    </DecisionsAreTold>
  )
}

const VIEWS = [
  'Documents',
  'States',
  'Network',
  'Calendar',
  'Agreements',
  'Figures',
  'Positions',
  'Findings',
  'Decisions',
  'Search',
] as const

/** The views; the one that is open is marked, and scrolled to where the window is too narrow for all. */
function MainMenu() {
  const { pathname } = useLocation()
  const menu = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>('[aria-current]')
    if (menu.current && current)
      menu.current.scrollLeft = current.offsetLeft - menu.current.offsetLeft - EDGE_PX
  }, [pathname])
  return (
    <nav aria-label="Main" ref={menu}>
      {VIEWS.map((view) => (
        <NavLink key={view} to={`/${view.toLowerCase()}`}>
          {view}
        </NavLink>
      ))}
    </nav>
  )
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={`Change to ${other} colours`}
      title={`Change to ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
    </ActionIcon>
  )
}

function useHelpKey(open: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event) || !keysAreOn()) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** Moves the focus to the content when another view is opened, as a page load would. */
function useFocusOnArrival() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])
  return main
}
