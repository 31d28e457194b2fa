"""Pages that open offline: one thread, the whole graph, the overview of a graph folder."""

from graf.write.page.folder import index_page
from graf.write.page.pages import graph_page, page_name, thread_page

__all__ = ["graph_page", "index_page", "page_name", "thread_page"]
