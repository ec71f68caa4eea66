"""Speed, memory and accuracy of the reading, with the floors they must hold."""
