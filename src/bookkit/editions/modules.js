// The scripts of the edition that is read from a folder. Browsers refuse modules and data there, but not scripts
// of the old kind: so all modules are in this one file, each as a function, and data come as scripts, too.
// The press writes the modules below, and each page says in its tag which of them it starts with.

const bookModules = {}
const bookLoaded = {}

/** @param {string} name the way to a module from the folder of all scripts */
function bookModule(name) {
  if (!(name in bookLoaded)) {
    const module = (bookLoaded[name] = {})
    const folder = new URL(name, "https://book/")
    bookModules[name](way => bookModule(new URL(way, folder).pathname.slice(1)), module)
  }
  return bookLoaded[name]
}

const __importStar = module => module // what the compiler wraps around a module that is asked for late

const bookData = {
  waiting: new Map(),
  give(data) {
    this.waiting.get(document.currentScript)(data)
  },
}

globalThis.readData = address =>
  new Promise((done, failed) => {
    const script = document.createElement("script")
    bookData.waiting.set(script, done)
    script.onload = () => script.remove()
    script.onerror = () => failed(new Error(`${address} is missing`))
    script.src = `${address}.js`
    document.head.append(script)
  })
