"""Programs around the project that no run needs: pictures of the UI for the README."""
