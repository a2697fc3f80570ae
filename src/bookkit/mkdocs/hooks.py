"""What `hooks:` in mkdocs.yml loads: the events of one press, which lasts as long as MkDocs runs."""

from bookkit.mkdocs.press import Press

_press = Press()

on_startup = _press.on_startup
on_config = _press.on_config
on_files = _press.on_files
on_nav = _press.on_nav
on_pre_page = _press.on_pre_page
on_env = _press.on_env
on_page_context = _press.on_page_context
on_post_page = _press.on_post_page
on_post_build = _press.on_post_build
on_serve = _press.on_serve
on_build_error = _press.on_build_error
on_shutdown = _press.on_shutdown
