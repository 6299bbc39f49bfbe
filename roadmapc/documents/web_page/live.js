/* Served while sources are edited: the page is loaded anew when it is another; the address keeps what was looked at. */
{
  const news = new EventSource("/events");
  let first = null;
  news.addEventListener("message", (event) => {
    if (first === null) first = event.data;
    else if (event.data !== first) location.reload();
  });
}
