import '@mantine/core/styles.css'
import './styles/ground.css'
import './styles/kinds.css'
import './styles/shell.css'
import './styles/documents.css'
import './styles/reading.css'
import './styles/card.css'
import './styles/desk.css'
import './styles/positions.css'
import './styles/registers.css'
import './styles/search.css'
import './styles/network.css'
import './styles/review.css'
import './styles/touch.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
