"""What the keys and buttons of the workbench do: each room offers handlers by the names of their actions."""
